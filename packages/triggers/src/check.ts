export { checkConfig, type CheckOptions } from './check/check-config.js';
export type { Finding } from './check/finding.js';
