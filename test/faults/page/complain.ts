/* Tells of whatever went wrong in this page and nobody caught. */
import { tell } from './tell.js';

addEventListener('error', ({ message }) => tell({ failed: message }));
addEventListener('unhandledrejection', ({ reason }) => tell({ failed: String(reason) }));
