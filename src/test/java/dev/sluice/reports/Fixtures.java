package dev.sluice.reports;

/// Reports as the tools write them, shortened to what matters.
final class Fixtures {

  static final String DIGEST = "sha256:" + "4f0c2a91".repeat(8);
  static final String OTHER = "sha256:" + "0b".repeat(32);

  /// As Maven Surefire writes it, with a test that was run again, and a property for the digest.
  static final String JUNIT =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <testsuite xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" version="3.0.2" \
      name="shop.CartTest" time="0.42" tests="5" errors="1" skipped="1" failures="1">
        <properties>
          <property name="java.version" value="25"/>
          <property name="image.digest" value="%s"/>
        </properties>
        <testcase name="adds" classname="shop.CartTest" time="0.011"/>
        <testcase name="removes" classname="shop.CartTest" time="0.002">
          <failure message="expected: &lt;1&gt; but was: &lt;2&gt;" type="AssertionError"><![CDATA[at
      shop.CartTest]]></failure>
        </testcase>
        <testcase name="pays" classname="shop.CartTest"><error type="java.io.IOException"/></testcase>
        <testcase name="ships" classname="shop.CartTest"><skipped message="no carrier"/></testcase>
        <testcase name="flakes" classname="shop.CartTest">
          <flakyFailure type="AssertionError">once</flakyFailure>
        </testcase>
      </testsuite>
      """
          .formatted(DIGEST);

  static final String TRIVY =
      """
      {
        "SchemaVersion": 2,
        "CreatedAt": "2026-01-02T11:30:00.123456789+01:00",
        "ArtifactName": "registry.example/shop:v2",
        "ArtifactType": "container_image",
        "Metadata": {
          "OS": {"Family": "debian", "Name": "12.4"},
          "ImageID": "sha256:%s",
          "RepoTags": ["registry.example/shop:v2"],
          "RepoDigests": ["registry.example/shop@%s"],
          "ImageConfig": {"architecture": "amd64", "rootfs": {"diff_ids": ["a", "b"]}}
        },
        "Results": [
          {"Target": "registry.example/shop:v2 (debian 12.4)", "Class": "os-pkgs", "Type": "debian",
           "Vulnerabilities": [
             {"VulnerabilityID": "CVE-2023-5363", "VendorIDs": ["DSA-5532-1"],
              "PkgID": "openssl@3.0.11-1", "PkgName": "openssl",
              "PkgIdentifier": {"PURL": "pkg:deb/debian/openssl@3.0.11-1?arch=amd64&distro=debian-12"},
              "InstalledVersion": "3.0.11-1", "FixedVersion": "3.0.11-1~deb12u2",
              "Severity": "CRITICAL", "CVSS": {"nvd": {"V3Score": 7.5}}},
             {"VulnerabilityID": "CVE-2011-3374", "PkgName": "apt", "InstalledVersion": "2.6.1",
              "Severity": "LOW"}]},
          {"Target": "app.jar", "Class": "lang-pkgs", "Type": "jar"}
        ]
      }
      """
          .formatted("77".repeat(32), DIGEST);

  static final String GRYPE =
      """
      {
        "matches": [
          {"vulnerability": {"id": "GHSA-cfh5-3ghh-wfjx", "severity": "High",
             "fix": {"versions": ["2.15.0"], "state": "fixed"}},
           "relatedVulnerabilities": [{"id": "CVE-2021-44228", "severity": "Critical"}],
           "matchDetails": [{"type": "exact-direct-match", "matcher": "java-matcher"}],
           "artifact": {"id": "b0", "name": "log4j-core", "version": "2.14.1", "type": "java-archive",
             "purl": "pkg:maven/org.apache.logging.log4j/log4j-core@2.14.1"}},
          {"vulnerability": {"id": "CVE-2005-2541", "severity": "Negligible", "fix": {"versions": []}},
           "artifact": {"name": "tar", "version": "1.34"}}
        ],
        "source": {"type": "image", "target": {
          "userInput": "registry.example/shop:v2", "imageID": "sha256:%s",
          "manifestDigest": "%s", "repoDigests": []}},
        "distro": {"name": "debian", "version": "12"},
        "descriptor": {"name": "grype", "version": "0.87.0",
          "timestamp": "2026-01-02T10:31:00Z"}
      }
      """
          .formatted("77".repeat(32), DIGEST);

  static final String SARIF =
      """
      {
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
          "tool": {"driver": {"name": "Trivy", "rules": [
            {"id": "CVE-2023-5363", "defaultConfiguration": {"level": "error"},
             "properties": {"security-severity": "9.1", "tags": ["vulnerability"]}},
            {"id": "CVE-2024-0001", "properties": {"security-severity": "7.0"}},
            {"id": "java/xss", "defaultConfiguration": {"level": "error"}},
            {"id": "java/todo", "defaultConfiguration": {"level": "note"}}]}},
          "invocations": [{"executionSuccessful": true, "endTimeUtc": "2026-01-02T10:00:00Z"}],
          "results": [
            {"ruleId": "CVE-2023-5363", "ruleIndex": 0, "level": "error",
             "message": {"text": "openssl"}},
            {"ruleId": "CVE-2024-0001", "suppressions": [{"kind": "external", "status": "accepted",
              "justification": "not reachable"}]},
            {"ruleId": "CVE-2024-0001", "suppressions": [{"kind": "inSource"}]},
            {"rule": {"id": "java/xss"}, "level": "error"},
            {"ruleId": "java/todo"},
            {"ruleId": "java/xss", "kind": "pass"},
            {"ruleId": "java/xss", "baselineState": "absent"},
            {"ruleId": "unlisted"}],
          "properties": {"imageName": "registry.example/shop:v2",
            "repoDigests": ["registry.example/shop@%s"]}
        }]
      }
      """
          .formatted(DIGEST);

  static final String VEX =
      """
      {
        "bomFormat": "CycloneDX", "specVersion": "1.5", "version": 1,
        "serialNumber": "urn:uuid:3e671687-395b-41f5-a30f-a58921a69b79",
        "metadata": {"timestamp": "2026-01-02T09:00:00Z", "component": {
          "type": "container", "bom-ref": "image", "name": "shop",
          "purl": "pkg:oci/shop@%s?repository_url=registry.example/shop"}},
        "components": [{"type": "library", "bom-ref": "c1", "name": "openssl", "version": "3.0.11-1",
          "purl": "pkg:deb/debian/openssl@3.0.11-1?arch=amd64"}],
        "vulnerabilities": [
          {"id": "CVE-2023-5363", "analysis": {"state": "not_affected",
             "justification": "code_not_reachable", "response": ["will_not_fix"],
             "detail": "no AES-SIV here"}, "affects": [{"ref": "c1"}]},
          {"id": "CVE-1", "analysis": {"state": "not_affected", "justification": "trust_me"},
           "affects": [{"ref": "image"}]},
          {"id": "CVE-2", "analysis": {"state": "exploitable"}, "affects":
            [{"ref": "urn:cdx:3e671687-395b-41f5-a30f-a58921a69b79/1#c1"}]},
          {"id": "CVE-3", "analysis": {"state": "resolved_with_pedigree"}},
          {"id": "CVE-4"}
        ]
      }
      """
          .formatted(DIGEST.replace(":", "%3A"));

  private Fixtures() {}
}
