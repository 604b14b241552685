export * from './consumerTypes';
export * from './distrustTypes';
export * from './doctorTypes';
export * from './inventoryTypes';
export * from './migrationTypes';
export * from './sbomTypes';
export * from './tagTypes';
export * from './types';
