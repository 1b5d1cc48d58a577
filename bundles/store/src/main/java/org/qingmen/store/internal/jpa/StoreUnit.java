package org.qingmen.store.internal.jpa;

import jakarta.persistence.SharedCacheMode;
import jakarta.persistence.ValidationMode;
import jakarta.persistence.spi.ClassTransformer;
import jakarta.persistence.spi.PersistenceUnitInfo;
import java.net.URL;
import java.util.List;
import java.util.Properties;
import javax.sql.DataSource;

/**
 * The persistence unit, described in code: inside OSGi the provider cannot find a persistence.xml
 * by itself, because a bundle is no directory and no jar to it.
 */
final class StoreUnit implements PersistenceUnitInfo {

  private final DataSource source;
  private final URL root;
  private final Properties properties = new Properties();

  StoreUnit(DataSource source, URL root, String platform) {
    this.source = source;
    this.root = root;
    properties.setProperty("eclipselink.target-database", platform);
    properties.setProperty("eclipselink.weaving", "false");
    properties.setProperty("eclipselink.session-name", "qingmen-store-" + System.nanoTime());
    properties.setProperty("eclipselink.jdbc.batch-writing", "JDBC");
    properties.setProperty("eclipselink.jdbc.batch-writing.size", "500");
    properties.setProperty("eclipselink.cache.shared.default", "false");
    // The bundle of JPA cannot see the JavaLogger, which lies in another one.
    properties.setProperty("eclipselink.logging.logger", "DefaultLogger");
    properties.setProperty("eclipselink.logging.level", "WARNING");
  }

  @Override
  public String getPersistenceUnitName() {
    return "qingmen-store";
  }

  @Override
  public String getPersistenceProviderClassName() {
    return "org.eclipse.persistence.jpa.PersistenceProvider";
  }

  @Override
  public String getScopeAnnotationName() {
    return null;
  }

  @Override
  public List<String> getQualifierAnnotationNames() {
    return List.of();
  }

  @Override
  @SuppressWarnings({"deprecation", "removal"})
  public jakarta.persistence.spi.PersistenceUnitTransactionType getTransactionType() {
    return jakarta.persistence.spi.PersistenceUnitTransactionType.RESOURCE_LOCAL;
  }

  @Override
  public DataSource getJtaDataSource() {
    return null;
  }

  @Override
  public DataSource getNonJtaDataSource() {
    return source;
  }

  @Override
  public List<String> getMappingFileNames() {
    return List.of();
  }

  @Override
  public List<URL> getJarFileUrls() {
    return List.of();
  }

  @Override
  public URL getPersistenceUnitRootUrl() {
    return root;
  }

  @Override
  public List<String> getManagedClassNames() {
    return List.of(
        RegistryRow.class.getName(),
        AuditRow.class.getName(),
        ChainHead.class.getName(),
        QuarantineRow.class.getName());
  }

  @Override
  public boolean excludeUnlistedClasses() {
    return true;
  }

  @Override
  public SharedCacheMode getSharedCacheMode() {
    return SharedCacheMode.NONE;
  }

  @Override
  public ValidationMode getValidationMode() {
    return ValidationMode.NONE;
  }

  @Override
  public Properties getProperties() {
    return properties;
  }

  @Override
  public String getPersistenceXMLSchemaVersion() {
    return "3.2";
  }

  @Override
  public ClassLoader getClassLoader() {
    return StoreUnit.class.getClassLoader();
  }

  @Override
  public void addTransformer(ClassTransformer transformer) {
    // Nothing is woven.
  }

  @Override
  public ClassLoader getNewTempClassLoader() {
    return StoreUnit.class.getClassLoader();
  }
}
