import { startStudio } from './start-studio.js';
import { startOffline } from './worker/start-offline.js';

startStudio({ startWorker: startOffline });
