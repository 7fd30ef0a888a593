/** The version of all packages of this kit, which are released together. */
export const VERSION = '0.1.0';
