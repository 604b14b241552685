import { generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import type { RequestListener } from 'node:http';
import type { Clock } from './clock.ts';

const KEY_ID = 'acme-demo';

/** An OpenID Connect issuer that only publishes its keys and signs what it is told. */
export class OidcIssuer {
  readonly url: string;
  private readonly clock: Clock;
  private readonly publicKey: KeyObject;
  private readonly privateKey: KeyObject;

  constructor(url: string, clock: Clock) {
    this.url = url;
    this.clock = clock;
    const pair = generateKeyPairSync('rsa', { modulusLength: 2048 });
    this.publicKey = pair.publicKey;
    this.privateKey = pair.privateKey;
  }

  token(claims: object): string {
    const issuedAt = Math.floor(this.clock.now().getTime() / 1000);
    const body = {
      iss: this.url,
      aud: 'sigstore',
      iat: issuedAt - 5,
      nbf: issuedAt - 5,
      exp: issuedAt + 600,
      ...claims,
    };
    const head = { alg: 'RS256', typ: 'JWT', kid: KEY_ID };
    const signed = `${encode(head)}.${encode(body)}`;
    const signature = sign('sha256', Buffer.from(signed), this.privateKey);
    return `${signed}.${signature.toString('base64url')}`;
  }

  readonly handle: RequestListener = (request, response) => {
    const document =
      request.url === '/.well-known/openid-configuration'
        ? this.configuration()
        : { keys: [{ ...this.jwk(), kid: KEY_ID, alg: 'RS256', use: 'sig' }] };
    response.writeHead(200, { 'Content-Type': 'application/json' });
    response.end(JSON.stringify(document));
  };

  private jwk() {
    return this.publicKey.export({ format: 'jwk' });
  }

  private configuration() {
    return {
      issuer: this.url,
      jwks_uri: `${this.url}/.well-known/jwks`,
      authorization_endpoint: `${this.url}/authorize`,
      token_endpoint: `${this.url}/token`,
      response_types_supported: ['id_token'],
      subject_types_supported: ['public'],
      id_token_signing_alg_values_supported: ['RS256'],
    };
  }
}

function encode(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}
