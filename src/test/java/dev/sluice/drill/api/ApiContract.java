package dev.sluice.drill.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What the console relies on of an API server. It runs on the drill's and on the real one, so that
/// the two cannot drift apart.
abstract class ApiContract {
  static final String PLACE = "contract";
  private static final String ROLLOUTS =
      "/apis/argoproj.io/v1alpha1/namespaces/" + PLACE + "/rollouts";
  private static final String STATUS_TEST_FAILED =
      "the server rejected our request due to an error in our request";
  private static int made;

  /// Speaks as one of the users both have: `admin`, `viewer`, `scoped`, `nobody`.
  abstract Caller as(String user);

  abstract Caller with(String token);

  private final String name = "cart-" + made++ + "-" + Long.toString(System.nanoTime(), 36);
  private final String path = ROLLOUTS + "/" + name;

  private Caller admin() {
    return as("admin");
  }

  private JsonNode rollout() {
    var said = admin().post(ROLLOUTS, body(name, 0));
    assertThat(said.code()).as(said.raw().body()).isEqualTo(201);
    return said.body();
  }

  private static String body(String name, int replicas) {
    return """
    {'apiVersion':'argoproj.io/v1alpha1','kind':'Rollout','metadata':{'name':'%s'},
     'spec':{'replicas':%d,'selector':{'matchLabels':{'app':'%s'}},'strategy':{'canary':{}},
     'template':{'metadata':{'labels':{'app':'%s'}},
     'spec':{'containers':[{'name':'web','image':'web:1'}]}}}}\
    """
        .formatted(name, replicas, name, name);
  }

  private static String version(JsonNode object) {
    return object.at("/metadata/resourceVersion").asText();
  }

  @Test
  void nobodyComesInWithATokenThatIsNone() {
    assertThat(with("guessed").get(ROLLOUTS).words())
        .isEqualTo(List.of(401, "Unauthorized", "Unauthorized"));
  }

  @Test
  void whatIsNotThereIsNamed() {
    var said = admin().get(ROLLOUTS + "/nope");
    assertThat(said.words())
        .isEqualTo(List.of(404, "NotFound", "rollouts.argoproj.io \"nope\" not found"));
    assertThat(said.body().path("details"))
        .hasToString("{\"name\":\"nope\",\"group\":\"argoproj.io\",\"kind\":\"rollouts\"}");
  }

  @Test
  void aNewObjectHasItsFirstGenerationAndAUid() {
    var made = rollout();
    assertThat(made.at("/metadata/generation").asInt()).isEqualTo(1);
    assertThat(made.at("/metadata/uid").asText()).hasSize(36);
    assertThat(admin().post(ROLLOUTS, body(name, 0)).words())
        .isEqualTo(
            List.of(409, "AlreadyExists", "rollouts.argoproj.io \"" + name + "\" already exists"));
  }

  @Test
  void anObjectInNoNamespaceIsRefused() {
    var said = admin().post(ROLLOUTS.replace(PLACE, "nowhere"), body(name, 0));
    assertThat(said.words())
        .isEqualTo(List.of(404, "NotFound", "namespaces \"nowhere\" not found"));
  }

  @Test
  void aTestThatFailsIsA422ThatNamesNothing() {
    rollout();
    var said = admin().json(path, "[{'op':'test','path':'/metadata/uid','value':'other'}]");
    assertThat(said.words()).isEqualTo(List.of(422, "Invalid", STATUS_TEST_FAILED));
    assertThat(said.at("/details/name")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'op':'remove','path':'/spec/nothing'}",
        "{'op':'replace','path':'/spec/nothing/inner','value':1}",
        "{'op':'test','path':'/status/nothing/inner','value':null}",
        "{'op':'add','path':'/spec/nothing/inner','value':1}",
        "{'op':'test','path':'/spec/replicas','value':99}",
        "{'op':'test','path':'/status/nothing','value':'x'}",
      })
  void anOperationThatCannotBeDoneIsA422(String operation) {
    rollout();
    assertThat(admin().json(path, "[" + operation + "]").words())
        .isEqualTo(List.of(422, "Invalid", STATUS_TEST_FAILED));
  }

  @Test
  void aTestWithNullHoldsWhereThereIsNothing() {
    rollout();
    var patch =
        "[{'op':'test','path':'/spec/paused','value':null},"
            + "{'op':'replace','path':'/spec/paused','value':true},"
            + "{'op':'add','path':'/metadata/labels','value':{'seen':'yes'}}]";
    assertThat(admin().json(path, patch).code()).isEqualTo(200);
  }

  @Test
  void anOldVersionIsA422InATestAndA409InAReplace() {
    var old = version(rollout());
    assertThat(admin().merge(path, "{'metadata':{'labels':{'a':'b'}}}").code()).isEqualTo(200);
    var field = "'path':'/metadata/resourceVersion','value':'" + old + "'}";
    assertThat(admin().json(path, "[{'op':'test'," + field + "]").code()).isEqualTo(422);
    assertThat(admin().json(path, "[{'op':'replace'," + field + "]").words())
        .isEqualTo(List.of(409, "Conflict", conflict()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/status"})
  void aMergePatchWithAnOldVersionIsAConflict(String sub) {
    var old = version(rollout());
    admin().merge(path, "{'metadata':{'labels':{'a':'b'}}}");
    var said = admin().merge(path + sub, "{'metadata':{'resourceVersion':'" + old + "'}}");
    assertThat(said.words()).isEqualTo(List.of(409, "Conflict", conflict()));
  }

  private String conflict() {
    return "Operation cannot be fulfilled on rollouts.argoproj.io \""
        + name
        + "\": the object has been modified; please apply your changes to the latest version and"
        + " try again";
  }

  @Test
  void aWrongUidInAPatchOfTheStatusIsIgnoredAndElsewhereAConflict() {
    rollout();
    var patch = "{'metadata':{'uid':'00000000-0000-4000-8000-000000000000'}}";
    assertThat(admin().merge(path + "/status", patch).code()).isEqualTo(200);
    var said = admin().merge(path, patch);
    assertThat(said.code()).isEqualTo(422);
    assertThat(said.message())
        .isEqualTo(
            "Rollout.argoproj.io \""
                + name
                + "\" is invalid: metadata.uid: Invalid value:"
                + " \"00000000-0000-4000-8000-000000000000\": field is immutable");
  }

  @Test
  void specAndStatusAreWrittenApart() {
    rollout();
    var both = "{'spec':{'replicas':3},'status':{'phase':'%s'}}";
    var status = admin().merge(path + "/status", both.formatted("Paused"));
    assertThat(status.at("/spec/replicas")).isEqualTo("0");
    assertThat(status.at("/status/phase")).isEqualTo("Paused");
    assertThat(status.at("/metadata/generation")).isEqualTo("1");
    var spec = admin().merge(path, both.formatted("Healthy"));
    assertThat(spec.at("/spec/replicas")).isEqualTo("3");
    assertThat(spec.at("/status/phase")).isEqualTo("Paused");
    assertThat(spec.at("/metadata/generation")).isEqualTo("2");
  }

  @Test
  void aWriteThatChangesNothingMakesNoVersion() {
    var made = rollout();
    assertThat(version(admin().merge(path, "{'spec':{'replicas':0}}").body()))
        .isEqualTo(version(made));
  }

  @Test
  void anUpdateNeedsTheVersion() {
    rollout();
    var said = admin().put(path, body(name, 1));
    assertThat(said.code()).isEqualTo(422);
    assertThat(said.reason()).isEqualTo("Invalid");
    assertThat(said.message())
        .startsWith("rollouts.argoproj.io \"" + name + "\" is invalid: metadata.resourceVersion");
  }

  @Test
  void aTrialChangesNothing() {
    var made = rollout();
    var said = admin().merge(path + "?dryRun=All", "{'spec':{'replicas':4}}");
    assertThat(said.at("/spec/replicas")).isEqualTo("4");
    assertThat(version(admin().get(path).body())).isEqualTo(version(made));
  }

  @Test
  void aBodyOfAnotherKindOrNameIsRefused() {
    rollout();
    assertThat(admin().post(ROLLOUTS, "{'apiVersion':'v1','kind':'Pod','metadata':{}}").code())
        .isEqualTo(400);
    assertThat(admin().put(path, body("other", 1)).words())
        .isEqualTo(
            List.of(
                400,
                "BadRequest",
                "the name of the object (other) does not match the name on the URL ("
                    + name
                    + ")"));
    assertThat(admin().post(ROLLOUTS, "{").code()).isEqualTo(400);
    assertThat(admin().json(path, "{'op':'test'}").code()).isEqualTo(400);
  }

  @Test
  void aStrategicMergeIsForBuiltInKindsOnly() {
    rollout();
    var said = admin().patch(path, "application/strategic-merge-patch+json", "{}");
    assertThat(said.code()).isEqualTo(415);
    assertThat(said.reason()).isEqualTo("UnsupportedMediaType");
  }

  @Test
  void aListCanBeReadInPagesAllOfOneMoment() {
    for (var suffix : List.of("a", "b", "c")) {
      admin().post(ROLLOUTS, body(name + suffix, 0));
    }
    var first = admin().get(ROLLOUTS + "?limit=2");
    assertThat(first.body().path("items")).hasSize(2);
    var token = first.at("/metadata/continue");
    admin().post(ROLLOUTS, body("zz-" + name, 0));
    List<String> names = names(first.body());
    while (!token.isEmpty()) {
      var next = admin().get(ROLLOUTS + "?limit=2&continue=" + token);
      assertThat(version(next.body())).isEqualTo(version(first.body()));
      names.addAll(names(next.body()));
      token = next.at("/metadata/continue");
    }
    assertThat(names).contains(name + "a", name + "b", name + "c").doesNotContain("zz-" + name);
  }

  private static List<String> names(JsonNode list) {
    return list.path("items")
        .valueStream()
        .map(item -> item.at("/metadata/name").asText())
        .collect(Collectors.toCollection(java.util.ArrayList::new));
  }

  @Test
  void selectorsNarrowAListAndThoseThatCannotBeReadAreRefused() {
    rollout();
    admin().merge(path, "{'metadata':{'labels':{'" + name + "':'yes'}}}");
    assertThat(names(admin().get(ROLLOUTS + "?labelSelector=" + name).body()))
        .containsExactly(name);
    assertThat(names(admin().get(ROLLOUTS + "?labelSelector=" + name + "%20in%20(no,yes)").body()))
        .containsExactly(name);
    assertThat(names(admin().get(ROLLOUTS + "?labelSelector=" + name + "%21%3Dyes").body()))
        .doesNotContain(name);
    assertThat(names(admin().get(ROLLOUTS + "?fieldSelector=metadata.name%3D" + name).body()))
        .containsExactly(name);
    assertThat(admin().get(ROLLOUTS + "?labelSelector=%3D%3D").code()).isEqualTo(400);
    assertThat(admin().get(ROLLOUTS + "?fieldSelector=spec.none%3D1").words())
        .isEqualTo(List.of(400, "BadRequest", "field label not supported: spec.none"));
  }

  @ParameterizedTest
  @CsvSource({
    "?resourceVersion=abc, 400, BadRequest",
    "?limit=many, 400, BadRequest",
    "?continue=nonsense, 400, BadRequest",
    "?resourceVersion=999999999999, 504, Timeout",
  })
  void whatAListCannotBeAskedFor(String query, int code, String reason) {
    var said = admin().get(ROLLOUTS + query);
    assertThat(said.code()).as(said.raw().body()).isEqualTo(code);
    assertThat(said.reason()).isEqualTo(reason);
  }

  @Test
  void aWatchGoesOnFromAVersion() {
    var from = version(rollout());
    admin().merge(path, "{'metadata':{'labels':{'a':'b'}}}");
    admin().delete(path, "");
    var said =
        admin()
            .get(
                ROLLOUTS
                    + "?watch=true&timeoutSeconds=1&resourceVersion="
                    + from
                    + "&fieldSelector=metadata.name%3D"
                    + name);
    assertThat(said.lines().stream().map(line -> line.path("type").asText()))
        .containsExactly("MODIFIED", "DELETED");
  }

  @Test
  void aWatchOfAPlaceTooOldEndsInsideA200() {
    var said = admin().get(ROLLOUTS + "?watch=true&timeoutSeconds=1&resourceVersion=1");
    assertThat(said.code()).isEqualTo(200);
    var error = said.lines().getFirst();
    assertThat(error.path("type").asText()).isEqualTo("ERROR");
    assertThat(error.at("/object/code").asInt()).isEqualTo(410);
    assertThat(error.at("/object/reason").asText()).isEqualTo("Expired");
    assertThat(error.at("/object/message").asText()).startsWith("too old resource version: 1 (");
  }

  @Test
  void aWatchFromNowhereBeginsWithWhatIsThere() {
    rollout();
    var said =
        admin()
            .get(ROLLOUTS + "?watch=true&timeoutSeconds=1&fieldSelector=metadata.name%3D" + name);
    assertThat(said.lines().getFirst().path("type").asText()).isEqualTo("ADDED");
  }

  @Test
  void aListCanBeStreamedAsAWatch() {
    rollout();
    var watch =
        ROLLOUTS
            + "?watch=true&timeoutSeconds=1&sendInitialEvents=true&fieldSelector=metadata.name%3D"
            + name;
    var said = admin().get(watch + "&allowWatchBookmarks=true&resourceVersionMatch=NotOlderThan");
    assertThat(said.lines().stream().map(line -> line.path("type").asText()))
        .startsWith("ADDED", "BOOKMARK");
    assertThat(said.lines().get(1).at("/object/metadata/annotations"))
        .hasToString("{\"k8s.io/initial-events-end\":\"true\"}");
    assertThat(admin().get(watch).words())
        .isEqualTo(
            List.of(
                422,
                "Invalid",
                "ListOptions.meta.k8s.io \"\" is invalid: resourceVersionMatch: Forbidden:"
                    + " sendInitialEvents requires setting resourceVersionMatch to NotOlderThan"));
    assertThat(
            admin()
                .get(ROLLOUTS + "?watch=true&timeoutSeconds=1&resourceVersionMatch=NotOlderThan")
                .words())
        .isEqualTo(
            List.of(
                422,
                "Invalid",
                "ListOptions.meta.k8s.io \"\" is invalid: resourceVersionMatch: Forbidden:"
                    + " resourceVersionMatch is forbidden for watch unless sendInitialEvents is"
                    + " provided"));
  }

  @Test
  void anObjectNeedsAName() {
    var said = admin().post(ROLLOUTS, body("", 0));
    assertThat(said.code()).isEqualTo(422);
    assertThat(said.message())
        .startsWith("Rollout.argoproj.io \"\" is invalid: ")
        .contains("metadata.name: Required value: name or generateName is required");
  }

  @Test
  void builtInKindsAreUpdatedWithoutAVersionAndMergedByKeys() {
    var maps = "/api/v1/namespaces/" + PLACE + "/configmaps";
    var map = "{'apiVersion':'v1','kind':'ConfigMap','metadata':{'name':'%s'},'data':{'k':'%s'}}";
    assertThat(admin().post(maps, map.formatted(name, 1)).code()).isEqualTo(201);
    assertThat(admin().put(maps + "/" + name, map.formatted(name, 2)).at("/data/k")).isEqualTo("2");
    var said =
        admin()
            .patch(
                maps + "/" + name,
                "application/strategic-merge-patch+json",
                "{'data':{'k':null,'l':'3'}}");
    assertThat(said.body().path("data")).hasToString("{\"l\":\"3\"}");
    assertThat(said.body().at("/metadata").has("generation")).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/apis/argoproj.io/v1alpha1/rollouts | viewer | ",
        "/apis/argoproj.io/v1alpha1/rollouts | scoped | rollouts.argoproj.io is forbidden: User"
            + " \"scoped\" cannot list resource \"rollouts\" in API group \"argoproj.io\" at the"
            + " cluster scope",
        "/apis/argoproj.io/v1alpha1/namespaces/shop/rollouts | scoped | ",
        "/api/v1/namespaces/shop/pods | nobody | pods is forbidden: User \"nobody\" cannot list"
            + " resource \"pods\" in API group \"\" in the namespace \"shop\"",
      })
  void eachUserSeesWhatRolesAllow(String place, String user, String refusal) {
    var said = as(user).get(place);
    assertThat(said.code()).isEqualTo(refusal == null ? 200 : 403);
    if (refusal != null) {
      assertThat(said.message()).isEqualTo(refusal);
      assertThat(said.reason()).isEqualTo("Forbidden");
    }
  }

  @Test
  void whoMayOnlyWatchIsRefusedByName() {
    rollout();
    assertThat(as("viewer").json(path + "/status", "[]").words())
        .isEqualTo(
            List.of(
                403,
                "Forbidden",
                "rollouts.argoproj.io \""
                    + name
                    + "\" is forbidden: User \"viewer\" cannot patch resource \"rollouts/status\""
                    + " in API group \"argoproj.io\" in the namespace \"contract\""));
  }

  @ParameterizedTest
  @CsvSource({"admin, true", "viewer, false", "nobody, false"})
  void aUserMayAskWhatIsAllowed(String user, boolean allowed) {
    var said =
        as(user)
            .post(
                "/apis/authorization.k8s.io/v1/selfsubjectaccessreviews",
                "{'apiVersion':'authorization.k8s.io/v1','kind':'SelfSubjectAccessReview','spec':"
                    + "{'resourceAttributes':{'namespace':'shop','verb':'patch',"
                    + "'group':'argoproj.io','resource':'rollouts','subresource':'status'}}}");
    assertThat(said.code()).isEqualTo(201);
    assertThat(said.body().at("/status/allowed").asBoolean()).isEqualTo(allowed);
  }

  @Test
  void aUserMayAskWhoItIs() {
    var said =
        as("viewer")
            .post(
                "/apis/authentication.k8s.io/v1/selfsubjectreviews",
                "{'apiVersion':'authentication.k8s.io/v1','kind':'SelfSubjectReview'}");
    assertThat(said.code()).isEqualTo(201);
    assertThat(said.at("/status/userInfo/username")).isEqualTo("viewer");
  }

  @Test
  void anEventGetsANameAndMustBeAboutItsOwnNamespace() {
    var events = "/api/v1/namespaces/" + PLACE + "/events";
    var event =
        "{'apiVersion':'v1','kind':'Event','metadata':{'generateName':'%s.'},'type':'Normal',"
            + "'reason':'Promoted','message':'m','involvedObject':{'kind':'Rollout',"
            + "'namespace':'%s','name':'%s'},'source':{'component':'sluice'}}";
    var said = admin().post(events, event.formatted(name, PLACE, name));
    assertThat(said.code()).as(said.raw().body()).isEqualTo(201);
    assertThat(said.at("/metadata/name")).startsWith(name + ".").hasSize(name.length() + 6);
    assertThat(names(admin().get(events + "?fieldSelector=involvedObject.name%3D" + name).body()))
        .containsExactly(said.at("/metadata/name"));
    assertThat(admin().post(events, event.formatted(name, "shop", name)).code()).isEqualTo(422);
  }

  @Test
  void aDeletionMayBeBoundToOneObject() {
    var made = rollout();
    var options = "{'kind':'DeleteOptions','apiVersion':'v1','preconditions':{'uid':'%s'}}";
    assertThat(admin().delete(path, options.formatted("other")).code()).isEqualTo(409);
    var said = admin().delete(path, options.formatted(made.at("/metadata/uid").asText()));
    assertThat(said.code()).isEqualTo(200);
    assertThat(said.at("/status")).isEqualTo("Success");
  }

  @ParameterizedTest
  @CsvSource({
    "/apis/none.example/v1/things",
    "/apis/argoproj.io/v1alpha1/things",
    "/api/v1/things",
    "/nowhere",
    "/api/v1/namespaces/contract/services/none:http/proxy/",
    "/api/v1/namespaces/contract/pods/none/log",
  })
  void whatIsNotServedIsA404(String nowhere) {
    assertThat(admin().get(nowhere).code()).isEqualTo(404);
  }

  @Test
  void aCollectionCannotBeReplaced() {
    var said = admin().put(ROLLOUTS, body(name, 0));
    assertThat(said.words()).isEqualTo(List.of(400, "BadRequest", "name must be provided"));
  }

  @ParameterizedTest
  @CsvSource({
    "/api, APIVersions",
    "/apis, APIGroupList",
    "/api/v1, APIResourceList",
    "/apis/argoproj.io, APIGroup",
    "/apis/argoproj.io/v1alpha1, APIResourceList",
  })
  void whatIsServedCanBeDiscovered(String place, String kind) {
    var said = admin().get(place);
    assertThat(said.code()).isEqualTo(200);
    assertThat(said.at("/kind")).isEqualTo(kind);
    assertThat(admin().get("/version").at("/major")).isEqualTo("1");
  }
}
