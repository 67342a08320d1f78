"""The mean of the weights of models that were trained on one from another: python3 train/average.py OUT.pt MODEL.pt MODEL.pt …"""
import sys

from teach import load, save


def average(paths):
    loaded = [load(path) for path in paths]
    states = [model.state_dict() for model, _ in loaded]
    model, keys = loaded[0]
    model.load_state_dict({k: sum(s[k] for s in states) / len(states) if v.is_floating_point() else v for k, v in states[0].items()})
    return model, keys


if __name__ == "__main__":
    save(sys.argv[1], *average(sys.argv[2:]))
