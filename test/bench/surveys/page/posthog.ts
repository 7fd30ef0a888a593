import { drive } from './drive.js';

await drive(async () => (await import('./variants/posthog.js')).variant);
