export * from './createKubernetesConsumers';
