/** An ISO date from milliseconds since 1970, as Arrow gives dates. */
export const isoDate = (time: number): string => new Date(time).toISOString().slice(0, 10);
