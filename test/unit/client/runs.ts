/** How often a property is tried: as CI does, or with `ASKWELL_FAULTS=long`. */
export const runs = (short: number, long: number): number => (process.env.ASKWELL_FAULTS === 'long' ? long : short);
