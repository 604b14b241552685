export * from './Panel';
export * from './usePanelStyles';
