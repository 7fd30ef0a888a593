import { drive } from './drive.js';

await drive(async () => (await import('./variants/bare.js')).variant);
