export { chartLanguages } from './chart/chart-languages.js';
export { ChartElement, type ChartContent } from './chart/chart-element.js';
export type { DataTable } from './chart/data-table.js';
export type { ScoreSummary } from './chart/score-summary.js';
export { DistributionBar } from './distribution/distribution-bar.js';
export { NpsScore, type ReferenceBand } from './nps/nps-score.js';
