import { DistributionBar } from '../distribution/distribution-bar.js';

declare global {
  interface HTMLElementTagNameMap {
    'distribution-bar': DistributionBar;
  }
}

DistributionBar.define('distribution-bar');
