# annalist with its PostgreSQL peers: small, no root, nothing to compile when it runs.
FROM node:20-bookworm-slim AS build
RUN apt-get update && apt-get install -y --no-install-recommends python3 make g++ && rm -rf /var/lib/apt/lists/*
WORKDIR /annalist
COPY . .
# Builds dist/ through `prepare`; then only what runs stays, the peers as dependencies: what package.json names for development is left out.
RUN npm ci && npm pkg delete devDependencies \
  && npm install --save-prod --save-exact --ignore-scripts pg@8.23.1 pg-boss@10.4.2 \
  && node --input-type=module -e "await import('pg'); await import('pg-boss')"

FROM node:20-bookworm-slim
ENV NODE_ENV=production
WORKDIR /annalist
COPY --from=build /annalist/package.json ./
COPY --from=build /annalist/node_modules node_modules
COPY --from=build /annalist/dist dist
COPY --from=build /annalist/assets assets
COPY --from=build /annalist/model model
COPY --from=build /annalist/lexicon lexicon
COPY --from=build /annalist/corpus corpus
COPY --from=build /annalist/docs docs
USER node
# A worker is healthy while it can see its queue.
HEALTHCHECK --interval=30s --timeout=10s --start-period=20s CMD ["node", "dist/cli/main.js", "queue", "status", "--most", "0"]
ENTRYPOINT ["node", "/annalist/dist/cli/main.js"]
CMD ["worker"]
