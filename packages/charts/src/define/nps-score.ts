import { NpsScore } from '../nps/nps-score.js';

declare global {
  interface HTMLElementTagNameMap {
    'nps-score': NpsScore;
  }
}

NpsScore.define('nps-score');
