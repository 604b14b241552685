import type { AuthClient } from 'google-auth-library';
import { GoogleAuth } from '../../config';
import { CredentialError } from '../CredentialError';
import { CredentialSource, IssuedCredential } from '../CredentialSource';
import { googleError } from './googleError';

/** What Artifact Registry calls whoever shows an access token. */
const USERNAME = 'oauth2accesstoken';
const REQUEST_MS = 10_000;

/** Keeps the library from looking for one, for which it would start `gcloud`. No request names it. */
const NO_PROJECT = 'none';

/**
 * An access token of the backend's own Google identity: that of `credentialsFile`, else Application Default Credentials (the file
 * that GOOGLE_APPLICATION_CREDENTIALS names, or the metadata server of GKE and Compute Engine). It lives for an hour. Asked
 * afresh each time: what is on disk may have been rotated.
 */
export function googleCredentialSource(registry: {
  host: string;
  auth: GoogleAuth;
}): CredentialSource {
  const { host, auth } = registry;
  return {
    async credentials() {
      try {
        return await requestToken(host, auth);
      } catch (error) {
        throw googleError(error, host, auth);
      }
    },
  };
}

async function requestToken(
  host: string,
  auth: GoogleAuth,
): Promise<IssuedCredential> {
  const client = await clientFor(auth);
  const { token } = await client.getAccessToken();
  if (!token) {
    throw new CredentialError({
      failure: 'misbehaved',
      host,
      missing: 'what Google answered holds no access token',
      grant: 'Nobody has to grant anything; it is tried again.',
    });
  }
  const expiry = client.credentials.expiry_date;
  return {
    credential: { type: 'basic', username: USERNAME, password: token },
    ...(expiry && { expiresAt: new Date(expiry) }),
  };
}

async function clientFor(auth: GoogleAuth): Promise<AuthClient> {
  const library = await import('google-auth-library');
  const scopes = [`https://www.googleapis.com/auth/${auth.scope}`];
  const google = new library.GoogleAuth({
    scopes,
    projectId: NO_PROJECT,
    keyFilename: auth.credentialsFile,
    clientOptions: { transporterOptions: { timeout: REQUEST_MS } },
  });
  try {
    return await google.getClient();
  } catch (error) {
    if (auth.credentialsFile === undefined && isNoDefault(error)) {
      // The library remembers for ever that the metadata server did not answer once, as it does while a pod starts. Its own
      // answer also says more than that there is no default.
      return new library.Compute({ scopes });
    }
    throw error;
  }
}

function isNoDefault(error: unknown): boolean {
  return (
    error instanceof Error &&
    error.message.startsWith('Could not load the default credentials')
  );
}
