package org.qingmen.engine.internal.pack;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Provider;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
import java.util.HexFormat;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/**
 * SM2 (GB/T 32918) on its recommended curve, which the JDK does not know. The library is asked
 * directly and never registered, so that nothing else in the process changes its cryptography.
 */
final class Sm2 {

  private static final String CURVE = "sm2p256v1";

  /** What a public key begins with in DER form: an elliptic curve key, on this curve, whole. */
  private static final byte[] PUBLIC =
      HexFormat.of().parseHex("3059301306072a8648ce3d020106082a811ccf5501822d03420004");

  /** How a private key names its curve in DER form. */
  private static final String ON_CURVE = "06072a8648ce3d020106082a811ccf5501822d";

  private Sm2() {}

  /** Made when first needed: a server that accepts Ed25519 only never loads the library. */
  private static final class Library {
    private static final Provider PROVIDER = new BouncyCastleProvider();
  }

  static boolean isPublic(byte[] der) {
    return der.length == PUBLIC.length + 64
        && Arrays.equals(der, 0, PUBLIC.length, PUBLIC, 0, PUBLIC.length);
  }

  static boolean isPrivate(byte[] der) {
    return HexFormat.of().formatHex(der).contains(ON_CURVE);
  }

  static KeyFactory factory() throws GeneralSecurityException {
    return KeyFactory.getInstance("EC", Library.PROVIDER);
  }

  /** Digest SM3, the user id that the standard gives where nothing else was agreed. */
  static Signature signature() throws GeneralSecurityException {
    return Signature.getInstance("SM3withSM2", Library.PROVIDER);
  }

  static KeyPair newPair() throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC", Library.PROVIDER);
    generator.initialize(new ECGenParameterSpec(CURVE));
    return generator.generateKeyPair();
  }
}
