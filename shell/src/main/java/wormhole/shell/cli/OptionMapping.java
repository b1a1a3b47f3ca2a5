package wormhole.shell.cli;

import java.util.List;
import picocli.CommandLine.Model;
import wormhole.spi.Argument;
import wormhole.spi.Option;

/** Options and arguments as the parser library wants them. Values stay texts: the SPI reads them, so there is one way. */
final class OptionMapping {
    private OptionMapping() {}

    static Model.OptionSpec option(Option option, boolean hidden) {
        Model.OptionSpec.Builder spec = Model.OptionSpec.builder(option.names().toArray(String[]::new))
                .description(description(option))
                .hidden(hidden);
        return switch (option.kind()) {
            case FLAG -> spec.type(boolean.class).arity("0").build();
            case TOGGLE -> spec.type(boolean.class).arity("0").negatable(true).build();
            case TEXT, NUMBER, PATH, DURATION ->
                valued(spec, option.repeatable())
                        .arity("1")
                        .paramLabel(option.valueName())
                        .build();
        };
    }

    private static Model.OptionSpec.Builder valued(Model.OptionSpec.Builder spec, boolean repeatable) {
        return repeatable ? spec.type(List.class).auxiliaryTypes(String.class) : spec.type(String.class);
    }

    private static String description(Option option) {
        StringBuilder text = new StringBuilder(option.description());
        if (!option.choices().isEmpty()) {
            text.append(" One of ").append(String.join(", ", option.choices())).append('.');
        }
        if (option.defaultValue() != null) {
            text.append(" Default: ").append(option.defaultValue()).append('.');
        }
        if (option.environment() != null) {
            text.append(" Also from $").append(option.environment()).append('.');
        }
        return HelpText.unstyled(text.toString());
    }

    static Model.PositionalParamSpec argument(Argument argument, int index) {
        Model.PositionalParamSpec.Builder spec = Model.PositionalParamSpec.builder()
                .paramLabel(argument.name())
                .required(argument.required())
                .description(HelpText.unstyled(argument.description()));
        String least = argument.required() ? "1" : "0";
        return argument.repeatable()
                ? spec.index(index + "..*")
                        .arity(least + "..*")
                        .type(List.class)
                        .auxiliaryTypes(String.class)
                        .build()
                : spec.index(String.valueOf(index))
                        .arity(least + "..1")
                        .type(String.class)
                        .build();
    }
}
