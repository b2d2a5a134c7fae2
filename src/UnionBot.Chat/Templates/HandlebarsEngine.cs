using System.Globalization;
using System.Linq.Expressions;
using System.Text.RegularExpressions;
using HandlebarsDotNet;
using HandlebarsDotNet.Compiler;
using UnionBot.Chat.Safety;

namespace UnionBot.Chat.Templates;

/// <summary>Handlebars, strict: what a reply does not carry is an error. Plain text: nothing is escaped.</summary>
/// <param name="parts">What templates have in common, by the name under which they take it in: <c>{{> vacancies/wish Said}}</c>.</param>
internal sealed partial class HandlebarsEngine(IReadOnlyDictionary<string, Hotline> hotlines, IReadOnlyDictionary<string, string> parts) : ITemplateEngine
{
    /// <summary>From so many uses on a template is worth machine code; before, its samples among them, it is interpreted.</summary>
    private const int Often = 20;

    private readonly IHandlebars _interpreting = NewHandlebars(hotlines, parts, new InterpretingCompiler());
    private readonly IHandlebars _compiling = NewHandlebars(hotlines, parts, compiler: null);

    public string Extension => ".hbs";

    public Func<object, string> Compile(string template)
    {
        var word = Explained(() => _interpreting.Compile(template), BlockPairs.LineOfFault(template));
        var uses = 0;
        return model =>
        {
            if (Interlocked.Increment(ref uses) == Often) word = _compiling.Compile(template);
            return Explained(() => word(model));
        };
    }

    private static T Explained<T>(Func<T> work, int? knownLine = null)
    {
        try
        {
            return work();
        }
        catch (Exception e) when (e is HandlebarsException or HandlebarsUndefinedBindingException)
        {
            var line = Place().Match(e.Message) is { Success: true } place
                ? int.Parse(place.Groups["line"].ValueSpan, CultureInfo.InvariantCulture)
                : knownLine;
            throw new TemplateException(e.Message, line, (e as HandlebarsUndefinedBindingException)?.MissingKey, e);
        }
    }

    [GeneratedRegex(@"Occured at:\s*(?<line>\d+):\d+")]
    private static partial Regex Place();

    private static IHandlebars NewHandlebars(
        IReadOnlyDictionary<string, Hotline> hotlines, IReadOnlyDictionary<string, string> parts, IExpressionCompiler? compiler)
    {
        var settings = new HandlebarsConfiguration
        {
            NoEscape = true,
            TextEncoder = new UnchangedText(),
            ThrowOnUnresolvedBindingExpression = true,
            FormatProvider = CultureInfo.InvariantCulture,
        };
        settings.CompileTimeConfiguration.ExpressionCompiler = compiler;
        var handlebars = Handlebars.Create(settings);

        Add("day", args => Wording.Day(One<DateOnly>("day", args)));
        Add("date", args => Wording.Date(One<DateOnly>("date", args)));
        Add("clock", args => Wording.Clock(One<DateTimeOffset>("clock", args)));
        Add("moment", args => Wording.Moment(One<DateTimeOffset>("moment", args)));
        Add("stamp", args => Wording.Stamp(One<DateTimeOffset>("stamp", args)));
        Add("nr", args => Wording.Number(One<int>("nr", args) + 1));
        Add("money", args => Wording.Money(One<long>("money", args)));
        Add("phone", args => Wording.Phone(One<string>("phone", args)));
        Add("join", args => args is { Length: 2 } && args[0] is IEnumerable<string> words && args[1] is string between
            ? string.Join(between, words)
            : throw new HandlebarsRuntimeException("'join' takes a list of texts and what stands between them."));
        Add("hotline", args => hotlines.TryGetValue(One<string>("hotline", args), out var hotline)
            ? hotline.Number
            : throw new HandlebarsRuntimeException($"There is no hotline '{args[0]}'."));

        // What is left out leaves its dot out, and nobody knows beforehand what comes first.
        handlebars.RegisterHelper("dots", new HandlebarsReturnBlockHelper((options, _, _) => options.Template().TrimStart('·')));
        foreach (var (name, template) in parts) handlebars.RegisterTemplate(name, template);
        return handlebars;

        void Add(string name, Func<Arguments, string> word) => handlebars.RegisterHelper(name, (_, args) => word(args));
    }

    private static T One<T>(string helper, Arguments args) =>
        args.Length == 1 && args[0] is T value
            ? value
            : throw new HandlebarsRuntimeException($"'{helper}' takes one {typeof(T).Name}, not '{(args.Length > 0 ? args[0] : null)}'.");

    /// <summary>Machine code for all templates would cost each start half a second, and memory for those that are hardly ever said.</summary>
    private sealed class InterpretingCompiler : IExpressionCompiler
    {
        public T Compile<T>(Expression<T> expression)
            where T : class, Delegate => expression.Compile(preferInterpretation: true);
    }
}
