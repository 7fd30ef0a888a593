/** The part of a hash that is an address of its own, as `#/orders` and `#!/orders` are; any other names a place on the same page. */
export const routeIn = (hash: string): string => (/^#!?\//.test(hash) ? hash : '');
