// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.plugins.internal;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.karaf.features.BundleInfo;
import org.apache.karaf.features.Feature;
import org.apache.karaf.features.FeaturesService;
import org.apache.karaf.features.FeaturesService.Option;
import org.apache.karaf.features.Repository;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The distribution's plugins: Karaf features of our own repository with one of a few prefixes. */
@Component(service = KarafShelf.class)
public final class KarafShelf implements Shelf {
    private static final String REPOSITORY = "openbarnahus-";
    private static final Pattern PLUGIN =
            Pattern.compile("openbarnahus-(?:country|indicators|questionnaires|plugin)-[a-z0-9-]{1,60}");

    /** What ran before keeps running: no bundle is refreshed or taken over because a plugin comes or goes. */
    private static final EnumSet<Option> LEAVE_OTHERS_ALONE =
            EnumSet.of(Option.NoAutoRefreshBundles, Option.NoAutoManageBundles);

    private final BundleContext context;
    private final FeaturesService features;

    @Activate
    public KarafShelf(BundleContext context, @Reference FeaturesService features) {
        this.context = context;
        this.features = features;
    }

    @Override
    public List<Item> items() {
        Map<String, Item> items = new TreeMap<>();
        for (Feature feature : plugins()) {
            items.put(feature.getName(), item(feature));
        }
        return List.copyOf(items.values());
    }

    @Override
    public void put(Item item, boolean in) throws SwitchFailedException {
        try {
            if (in) {
                features.installFeature(item.name(), item.version(), LEAVE_OTHERS_ALONE);
            } else {
                features.uninstallFeature(item.name(), item.version(), LEAVE_OTHERS_ALONE);
            }
        } catch (Exception e) {
            throw new SwitchFailedException(e);
        }
    }

    private List<Feature> plugins() {
        try {
            return Stream.of(features.listRepositories())
                    .filter(r -> Optional.ofNullable(r.getName()).orElse("").startsWith(REPOSITORY))
                    .flatMap(KarafShelf::features)
                    .filter(f -> PLUGIN.matcher(f.getName()).matches())
                    .toList();
        } catch (Exception e) {
            throw new IllegalStateException("the container does not tell its features", e);
        }
    }

    private static Stream<Feature> features(Repository repository) {
        try {
            return Stream.of(repository.getFeatures());
        } catch (Exception e) {
            throw new IllegalStateException("a feature repository cannot be read", e);
        }
    }

    private Item item(Feature feature) {
        boolean in = features.isInstalled(feature);
        String title = Optional.ofNullable(feature.getDescription())
                .filter(d -> !d.isBlank())
                .orElse(feature.getName());
        return new Item(feature.getName(), title, feature.getVersion(), in, in ? parts(feature) : List.of());
    }

    private List<Part> parts(Feature feature) {
        List<Part> parts = new ArrayList<>();
        for (BundleInfo info : feature.getBundles()) {
            if (!info.isDependency()) {
                Optional<Bundle> bundle = Optional.ofNullable(context.getBundle(info.getLocation()));
                parts.add(bundle.map(b -> Parts.of(b, context))
                        .orElseGet(() -> new Part(info.getLocation(), false, List.of())));
            }
        }
        return parts;
    }
}
