// The query page. It asks this server and no other: the completers that look terms up elsewhere are off.
"use strict";
Yasgui.Yasqe.defaults.autocompleters = ["variables"];
Yasgui.Yasqe.forkAutocompleter = () => {};
fetch("prefixes.json").then((answer) => answer.json()).then((prefixes) => {
  const common = ["kg", "kgv", "oa", "prov", "rdfs", "skos"];
  const lines = Object.entries(prefixes).filter(([prefix]) => common.includes(prefix)).map(([prefix, iri]) => `PREFIX ${prefix}: <${iri}>`).join("\n");
  const query = `${lines}\n\nSELECT ?project ?place WHERE {\n  ?p a kg:Project ; rdfs:label ?project ; kg:located_in/rdfs:label ?place .\n} LIMIT 20`;
  Yasgui.Yasqe.defaults.value = query;
  new Yasgui(document.getElementById("yasgui"), {
    requestConfig: { endpoint: new URL("sparql", location.href).href },
    copyEndpointOnNewTab: true,
    persistenceId: null,
  });
});
