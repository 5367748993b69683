package dev.understudy.template.helper.find;

import dev.understudy.js.JsJson;
import dev.understudy.js.JsValue;
import dev.understudy.js.JsValue.Text;
import dev.understudy.js.JsValue.Undefined;
import dev.understudy.js.ObjectPath;
import dev.understudy.template.helper.Helper;
import dev.understudy.template.helper.HelperCall;
import dev.understudy.template.helper.TextConversion;
import dev.understudy.template.scope.TemplateException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/// A part of a JSON Web Token, or one of its properties; nobody looks at the signature:
/// `{{jwtPayload 'e30.eyJzdWIiOiIxIn0.x' 'sub'}} ⇒ 1`, `{{jwtHeader 'eyJhbGciOiJub25lIn0.e30.' 'alg'}} ⇒ none`.
///
/// @param index of the part, counted from 0
record JwtPart(int index) implements Helper {

    private static final String SCHEME = "Bearer ";

    @Override
    public JsValue call(HelperCall call) throws TemplateException {
        if (!(call.plain(0) instanceof Text(String token))) {
            return Undefined.UNDEFINED;
        }
        call.budget().step(token.length());
        String[] parts = (token.startsWith(SCHEME) ? token.substring(SCHEME.length()) : token).split("\\.", -1);
        JsValue part = index < parts.length ? decoded(parts[index]) : Undefined.UNDEFINED;
        return call.count() < 2 ? part : ObjectPath.own(part, TextConversion.of(call.plain(1), call.budget()));
    }

    private static JsValue decoded(String part) {
        int padding = part.indexOf('=');
        String text = (padding < 0 ? part : part.substring(0, padding))
                .replace('-', '+')
                .replace('_', '/')
                .replaceAll("[^A-Za-z0-9+/]", "");
        String whole = text.length() % 4 == 1 ? text.substring(0, text.length() - 1) : text;
        String json = new String(Base64.getMimeDecoder().decode(whole), StandardCharsets.UTF_8);
        return JsJson.parse(json).orElse(Undefined.UNDEFINED);
    }
}
