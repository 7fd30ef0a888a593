export { openNow } from './open-now.js';
export { placeOther } from './place-other.js';
export { whileOpen } from './while-open.js';
