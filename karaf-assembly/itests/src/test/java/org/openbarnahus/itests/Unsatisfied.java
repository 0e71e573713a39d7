// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.itests;

import java.util.Arrays;
import java.util.List;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;

/** Says why something is not there: bundles that do not run, components that wait, and for what. */
final class Unsatisfied {
    private final BundleContext context;

    Unsatisfied(BundleContext context) {
        this.context = context;
    }

    /** Bundles that should be active and are not, with the framework's reason. */
    List<String> bundles() {
        return Arrays.stream(context.getBundles())
                .filter(b -> b.getHeaders().get(Constants.FRAGMENT_HOST) == null)
                .filter(b -> b.getState() != Bundle.ACTIVE && !isLazy(b))
                .map(b -> b.getSymbolicName() + ": " + reason(b))
                .toList();
    }

    /** Components of ours that are not satisfied, with the references and configurations they wait for. */
    List<String> components() {
        ServiceReference<ServiceComponentRuntime> reference =
                context.getServiceReference(ServiceComponentRuntime.class);
        if (reference == null) {
            return List.of("no component runtime");
        }
        ServiceComponentRuntime runtime = context.getService(reference);
        return runtime.getComponentDescriptionDTOs().stream()
                .filter(c -> c.bundle.symbolicName.startsWith("org.openbarnahus."))
                .flatMap(c -> runtime.getComponentConfigurationDTOs(c).stream()
                        .filter(Unsatisfied::waits)
                        .map(one -> describe(c, one)))
                .toList();
    }

    private static boolean waits(ComponentConfigurationDTO one) {
        return (one.state
                        & (ComponentConfigurationDTO.UNSATISFIED_CONFIGURATION
                                | ComponentConfigurationDTO.UNSATISFIED_REFERENCE
                                | ComponentConfigurationDTO.FAILED_ACTIVATION))
                != 0;
    }

    private static String describe(ComponentDescriptionDTO component, ComponentConfigurationDTO one) {
        List<String> references = Arrays.stream(one.unsatisfiedReferences)
                .map(r -> service(component, r.name) + (r.target == null ? "" : " " + r.target))
                .toList();
        String pids = one.state == ComponentConfigurationDTO.UNSATISFIED_CONFIGURATION
                ? " configuration " + Arrays.toString(component.configurationPid)
                : "";
        String failure =
                one.failure == null ? "" : " " + one.failure.lines().findFirst().orElse("");
        return component.name + " waits for " + references + pids + failure;
    }

    /** References of a constructor have numbers for names. */
    private static String service(ComponentDescriptionDTO component, String reference) {
        return Arrays.stream(component.references)
                .filter(r -> r.name.equals(reference))
                .map(r -> r.interfaceName)
                .findFirst()
                .orElse(reference);
    }

    private static boolean isLazy(Bundle bundle) {
        return bundle.getState() == Bundle.STARTING && bundle.getHeaders().get("Bundle-ActivationPolicy") != null;
    }

    private static String reason(Bundle bundle) {
        try {
            bundle.start(Bundle.START_TRANSIENT);
            return "could be started now; state was " + bundle.getState();
        } catch (BundleException e) {
            return String.valueOf(e.getMessage());
        }
    }
}
