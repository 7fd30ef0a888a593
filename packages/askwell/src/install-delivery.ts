import { installDelivery } from './deliver.js';

installDelivery();
