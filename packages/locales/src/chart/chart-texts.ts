/** The texts of the charts. `{name}` is a slot that the chart fills. */
export interface ChartTexts {
  npsTitle: string;
  distributionTitle: string;
  promoters: string;
  passives: string;
  detractors: string;
  /** Those of the answers whose respondent has not submitted yet. */
  partial: string;
  changeUp: string;
  changeDown: string;
  changeNone: string;
  significant: string;
  notSignificant: string;
  /** Stands for the label of the previous wave where there is none. */
  previousWave: string;
  interval: string;
  range: string;
  /** A benchmark; it is drawn, not promised. */
  reference: string;
  lowBase: string;
  empty: string;
  loading: string;
  failed: string;
  /** The answers are there, but of another kind or scale than the chart draws. */
  unfit: string;
  retry: string;
  /** The score that was given most often. */
  mostly: string;
  /** The caption of the table of the chart with this title. */
  all: string;
  /** Heads the column of what is measured. */
  measure: string;
  value: string;
  change: string;
  count: string;
}
