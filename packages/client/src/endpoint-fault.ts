export { endpointFault, type EndpointFault } from '@askwell/core';
