// Makes an OpenPGP key pair that Helm can sign with. GnuPG could, but draws its
// random bytes itself; this program draws them as every Go program does, so that
// the key of the examples is the same each time.
package main

import (
	"flag"
	"log"
	"os"
	"time"

	"github.com/ProtonMail/go-crypto/openpgp"
	"github.com/ProtonMail/go-crypto/openpgp/armor"
	"github.com/ProtonMail/go-crypto/openpgp/packet"
)

func main() {
	name := flag.String("name", "", "whose key it is")
	email := flag.String("email", "", "their address")
	created := flag.String("created", "", "when it begins, RFC 3339")
	years := flag.Int("years", 10, "for how long")
	keyring := flag.String("keyring", "", "file that gets the secret key, in binary")
	public := flag.String("public", "", "file that gets the public key, armoured")
	flag.Parse()
	if err := write(*name, *email, *created, *years, *keyring, *public); err != nil {
		log.Fatal(err)
	}
}

func write(name, email, created string, years int, keyring, public string) error {
	begin, err := time.Parse(time.RFC3339, created)
	if err != nil {
		return err
	}
	life := begin.AddDate(years, 0, 0).Sub(begin)
	entity, err := openpgp.NewEntity(name, "", email, &packet.Config{
		Algorithm:       packet.PubKeyAlgoRSA,
		RSABits:         3072,
		KeyLifetimeSecs: uint32(life.Seconds()),
		Time:            func() time.Time { return begin },
	})
	if err != nil {
		return err
	}
	// It only signs.
	entity.Subkeys = nil
	secret, err := os.OpenFile(keyring, os.O_CREATE|os.O_WRONLY|os.O_TRUNC, 0o600)
	if err != nil {
		return err
	}
	defer secret.Close()
	if err := entity.SerializePrivateWithoutSigning(secret, nil); err != nil {
		return err
	}
	file, err := os.Create(public)
	if err != nil {
		return err
	}
	defer file.Close()
	block, err := armor.Encode(file, openpgp.PublicKeyType, nil)
	if err != nil {
		return err
	}
	if err := entity.Serialize(block); err != nil {
		return err
	}
	if err := block.Close(); err != nil {
		return err
	}
	_, err = file.WriteString("\n")
	return err
}
