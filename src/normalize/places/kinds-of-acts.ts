// By CAMEO root, what an act's kind tells of its place.

/** Acts of force and movement, which take place where they strike: 07, 08, 14, 15, 17 to 20. */
export const isPhysical = (root: string): boolean => /^(07|08|1[45789]|20)$/.test(root)

/** Assaults, fights and mass violence. */
export const isForce = (root: string): boolean => /^(18|19|20)$/.test(root)

/** Force and what is enforced: shows of force, coercion and the above. */
export const isViolent = (root: string): boolean => /^(1[5789]|20)$/.test(root)

/** Acts in words about other acts: where those took place doesn't tell where these did. */
export const isVerbal = (root: string): boolean => /^(01|02|09|1[0123])$/.test(root)
