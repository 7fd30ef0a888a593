export { disturbances, whenMomentChanges, type Disturbance, type MomentOptions } from './observe/moment.js';
export { observe, type ObserveOptions } from './observe/observe.js';
