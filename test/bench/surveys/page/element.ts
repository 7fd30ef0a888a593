import { drive } from './drive.js';

await drive(async () => (await import('./variants/element.js')).variant);
