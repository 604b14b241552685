// Publishes a small TUF repository with go-tuf: three roots, of which each renews keys, one target, and keys of three kinds.
// Usage: tuf-repository <folder> <trusted_root.json>
package main

import (
	"crypto"
	"crypto/ecdsa"
	"crypto/ed25519"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/rsa"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"github.com/sigstore/sigstore/pkg/signature"
	"github.com/theupdateframework/go-tuf/v2/metadata"
)

// Far enough that what is committed can be read for as long as anybody may want to.
var expires = time.Date(2126, 1, 1, 0, 0, 0, 0, time.UTC)

const target = "trusted_root.json"

type signer struct {
	public  *metadata.Key
	private signature.Signer
}

func main() {
	if len(os.Args) != 3 {
		check(fmt.Errorf("usage: tuf-repository <folder> <trusted_root.json>"))
	}
	check(publish(os.Args[1], os.Args[2]))
}

func publish(folder, trustedRoot string) error {
	rootA, rootB, rootC := ecKey(), edKey(), ecKey()
	online, targetsKey := ecKey(), rsaKey()

	root := metadata.Root(expires)
	root.Signed.ConsistentSnapshot = true
	for _, key := range []signer{rootA, rootB} {
		check(root.Signed.AddKey(key.public, metadata.ROOT))
	}
	root.Signed.Roles[metadata.ROOT].Threshold = 2
	check(root.Signed.AddKey(targetsKey.public, metadata.TARGETS))
	for _, role := range []string{metadata.SNAPSHOT, metadata.TIMESTAMP} {
		check(root.Signed.AddKey(online.public, role))
	}
	write(folder, root, "1.root.json", rootA, rootB)

	// The second root puts one root key in the place of another.
	check(root.Signed.RevokeKey(idOf(rootA), metadata.ROOT))
	check(root.Signed.AddKey(rootC.public, metadata.ROOT))
	root.Signed.Version = 2
	write(folder, root, "2.root.json", rootA, rootB, rootC)

	// The third renews the online key.
	renewed := edKey()
	for _, role := range []string{metadata.SNAPSHOT, metadata.TIMESTAMP} {
		check(root.Signed.RevokeKey(idOf(online), role))
		check(root.Signed.AddKey(renewed.public, role))
	}
	root.Signed.Version = 3
	write(folder, root, "3.root.json", rootB, rootC)

	file, err := metadata.TargetFile().FromFile(trustedRoot, "sha256", "sha512")
	check(err)
	file.Path = target
	targets := metadata.Targets(expires)
	targets.Signed.Targets[target] = file
	targets.Signed.Version = 4
	write(folder, targets, "4.targets.json", targetsKey)

	snapshot := metadata.Snapshot(expires)
	snapshot.Signed.Meta["targets.json"] = metadata.MetaFile(4)
	snapshot.Signed.Version = 7
	write(folder, snapshot, "7.snapshot.json", renewed)

	timestamp := metadata.Timestamp(expires)
	timestamp.Signed.Meta["snapshot.json"] = metadata.MetaFile(7)
	timestamp.Signed.Version = 19
	write(folder, timestamp, "timestamp.json", renewed)

	bytes, err := os.ReadFile(trustedRoot)
	check(err)
	for _, algorithm := range []string{"sha256", "sha512"} {
		name := fmt.Sprintf("%x.%s", []byte(file.Hashes[algorithm]), target)
		check(os.MkdirAll(filepath.Join(folder, "targets"), 0o755))
		check(os.WriteFile(filepath.Join(folder, "targets", name), bytes, 0o644))
	}
	return nil
}

func write[T metadata.Roles](folder string, signed *metadata.Metadata[T], name string, keys ...signer) {
	signed.ClearSignatures()
	for _, key := range keys {
		_, err := signed.Sign(key.private)
		check(err)
	}
	check(os.MkdirAll(folder, 0o755))
	check(signed.ToFile(filepath.Join(folder, name), true))
}

func idOf(key signer) string {
	id, err := key.public.ID()
	check(err)
	return id
}

func ecKey() signer {
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	check(err)
	return signerOf(key, key.Public())
}

func edKey() signer {
	public, key, err := ed25519.GenerateKey(rand.Reader)
	check(err)
	return signerOf(key, public)
}

func rsaKey() signer {
	key, err := rsa.GenerateKey(rand.Reader, 3072)
	check(err)
	private, err := signature.LoadRSAPSSSigner(key, crypto.SHA256, &rsa.PSSOptions{SaltLength: rsa.PSSSaltLengthEqualsHash, Hash: crypto.SHA256})
	check(err)
	public, err := metadata.KeyFromPublicKey(key.Public())
	check(err)
	return signer{public, private}
}

func signerOf(key crypto.PrivateKey, public crypto.PublicKey) signer {
	private, err := signature.LoadSigner(key, crypto.SHA256)
	check(err)
	described, err := metadata.KeyFromPublicKey(public)
	check(err)
	return signer{described, private}
}

func check(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}
