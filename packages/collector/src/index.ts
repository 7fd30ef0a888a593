export { createCollector, type CollectorOptions } from './create-collector.js';
export { openPgliteStore } from './pglite-store.js';
export type { ImportReport, RejectedLine } from './receive-import.js';
export { serve, type RunningServer, type ServeOptions } from './serve.js';
export type { PutOutcome, Store, Summary, SummaryQuery } from './store.js';
