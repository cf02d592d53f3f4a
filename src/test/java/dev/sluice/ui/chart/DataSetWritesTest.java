package dev.sluice.ui.chart;

import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.fair_acc.dataset.DataSet;
import org.junit.jupiter.api.Test;

class DataSetWritesTest {
  /// Writing to a data set that a chart shows can deadlock the FX thread with the chart's read
  /// lock.
  @Test
  void noDataSetIsWrittenToOnceItIsMade() {
    noClasses()
        .should()
        .callMethodWhere(
            target(nameMatching("set|add|remove|resize|clearData|increaseCapacity|trim"))
                .and(target(owner(JavaClass.Predicates.assignableTo(DataSet.class)))))
        .check(
            new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("dev.sluice.ui"));
  }
}
