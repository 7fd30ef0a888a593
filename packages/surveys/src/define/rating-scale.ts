import { RatingScale } from '../scale/rating-scale.js';

declare global {
  interface HTMLElementTagNameMap {
    'rating-scale': RatingScale;
  }
}

RatingScale.define('rating-scale');
