package dev.understudy.template.faker;

import java.util.Set;

/// The locales that mocks can name.
public final class Locales {

    private static final Set<String> NAMES = Set.of(("af_ZA ar az cs_CZ da de de_AT de_CH dv el en en_AU en_AU_ocker"
                    + " en_BORK en_CA en_GB en_GH en_IE en_IN en_NG en_US en_ZA eo es es_MX fa fi fr fr_BE fr_CA fr_CH"
                    + " fr_LU he hr hu hy id_ID it ja ka_GE ko lv mk nb_NO ne nl nl_BE pl pt_BR pt_PT ro ro_MD ru sk"
                    + " sr_RS_latin sv tr uk ur vi yo_NG zh_CN zh_TW zu_ZA")
            .split(" "));

    private Locales() {}

    public static boolean isKnown(String name) {
        return NAMES.contains(name);
    }

    /// All of them.
    public static Set<String> names() {
        return NAMES;
    }
}
