export { VERSION } from '@askwell/core';
export { checkEndpoint, type CheckEndpointOptions, type EndpointReport } from './check-endpoint/check-endpoint.js';
export type { Finding, Result } from './check-endpoint/finding.js';
export type { Io } from './io.js';
export { main } from './main.js';
