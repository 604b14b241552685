import { pathOf, RegistryKindSettings } from '../types';

/** @see https://learn.microsoft.com/azure/container-registry/container-registry-image-lock */
export const acr: RegistryKindSettings = {
  immutability: {
    forms: {
      commands: place => [
        `REGISTRY=${place.host.split('.')[0]}`,
        `REPOSITORY=${pathOf(place)}`,
        'TAG=${1:?the tag of the release, with _ for +}',
        '',
        '# After every release, when signatures and attestations are attached: a lock is for one tag, there is none for all to come.',
        'az acr repository update --name "$REGISTRY" --image "$REPOSITORY:$TAG" --write-enabled false --delete-enabled false',
        '',
        '# What holds now:',
        'az acr repository show --name "$REGISTRY" --image "$REPOSITORY:$TAG" --query changeableAttributes',
      ],
    },
    guarantees:
      'A tag that was locked can be moved or deleted by nobody until it is unlocked.',
    cannot: [
      'Between push and lock the tag can be moved: lock it in the release itself.',
      'Whoever may write can also unlock; a role without Microsoft.ContainerRegistry/registries/artifacts/write cannot.',
    ],
    notes: [
      'Terraform has no resource for a lock of a tag.',
      'Lock the tag, not the repository: a locked repository takes no signatures any more.',
    ],
  },
  retention: {
    forms: {
      commands: place => [
        `REGISTRY=${place.host.split('.')[0]}`,
        `REPOSITORY=${pathOf(place)}`,
        '',
        '# The rule for untagged manifests off: signature bundles have no tag.',
        'az acr config retention update --registry "$REGISTRY" --type UntaggedManifests --status disabled',
        '',
        '# Development builds, after 90 days; without --dry-run it deletes. Never with --untagged, which removes referrers.',
        'az acr run --registry "$REGISTRY" --cmd "acr purge --filter \'$REPOSITORY:.*-dev.*\' --ago 90d --dry-run" /dev/null',
      ],
    },
    guarantees: 'Development builds go after 90 days; signatures stay.',
    cannot: [],
    notes: [
      'acr purge --untagged removes referrers: look for it in the tasks of the registry (az acr task list).',
      'A tag that is locked is passed over.',
    ],
  },
};
