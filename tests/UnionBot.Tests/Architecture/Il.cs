using System.Collections.Concurrent;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace UnionBot.Tests.Architecture;

/// <summary>That one type of ours uses another: by inheritance, a field, a signature, a variable, an attribute or a call.</summary>
/// <param name="From">The full name of the outermost type that uses it.</param>
internal sealed record Use(string FromNamespace, string From, string ToNamespace, string To);

/// <summary>One method as compiled, with the outermost type it belongs to.</summary>
internal sealed record CompiledMethod(string Namespace, string Type, MethodDefinition Definition)
{
    private const string Handler = nameof(DefaultInterpolatedStringHandler);

    public IEnumerable<Instruction> Code => Definition.HasBody ? Definition.Body.Instructions : [];

    public IEnumerable<MethodReference> Calls => Code.Select(i => i.Operand).OfType<MethodReference>();

    public IEnumerable<string> Texts => Code.Where(i => i.OpCode == OpCodes.Ldstr).Select(i => (string)i.Operand);

    /// <summary>Interpolated texts as they are written, with {} for every value: <c>case/{}/answer/{}</c>.</summary>
    public IEnumerable<string> InterpolatedTexts()
    {
        var (whole, last) = (new StringBuilder(), "");
        foreach (var operand in Code.Select(i => i.Operand))
        {
            switch (operand)
            {
                case string text: last = text; break;
                case MethodReference { DeclaringType.Name: Handler, Name: ".ctor" }: whole.Clear(); break;
                case MethodReference { DeclaringType.Name: Handler, Name: "AppendLiteral" }: whole.Append(last); break;
                case MethodReference { DeclaringType.Name: Handler, Name: "AppendFormatted" }: whole.Append("{}"); break;
                case MethodReference { DeclaringType.Name: Handler, Name: "ToStringAndClear" }
                    or MethodReference { DeclaringType.Name: nameof(String), Name: "Create" }:
                    yield return whole.ToString();
                    break;
            }
        }
    }
}

/// <summary>Reads from the compiled assemblies who uses what.</summary>
internal static class Il
{
    private static readonly ConcurrentDictionary<Assembly, ModuleDefinition> Modules = new();
    private static readonly ConcurrentDictionary<Assembly, IReadOnlyList<Use>> Known = new();

    public static IReadOnlyList<Use> Uses(Assembly assembly) => Known.GetOrAdd(assembly, static a =>
    [
        .. Types(a).SelectMany(t => UsedBy(t).SelectMany(WithArguments).Select(used => UseOf(t, used))).Distinct(),
    ]);

    /// <summary>What one type uses, the types nested in it included.</summary>
    public static IEnumerable<Use> Uses(Type type) => Uses(type.Assembly).Where(u => u.From == Root(type).FullName);

    /// <summary>Uses as a reader of a failed test wants them.</summary>
    public static IEnumerable<string> Told(IEnumerable<Use> uses) => uses.Select(u => $"{u.From} uses {u.To}");

    public static IEnumerable<CompiledMethod> Methods(Assembly assembly) =>
        Types(assembly).SelectMany(t => t.Methods.Select(m => new CompiledMethod(Root(t).Namespace, Root(t).FullName, m)));

    private static IEnumerable<TypeDefinition> Types(Assembly assembly) =>
        Modules.GetOrAdd(assembly, static a => ModuleDefinition.ReadModule(a.Location)).GetTypes();

    private static Use UseOf(TypeDefinition from, TypeReference to) =>
        new(Root(from).Namespace, Root(from).FullName, Root(to).Namespace, Root(to).FullName);

    private static IEnumerable<TypeReference> UsedBy(TypeDefinition type)
    {
        if (type.BaseType is not null) yield return type.BaseType;
        foreach (var contract in type.Interfaces) yield return contract.InterfaceType;
        foreach (var field in type.Fields) yield return field.FieldType;
        foreach (var attribute in type.CustomAttributes) yield return attribute.AttributeType;
        foreach (var used in type.Methods.SelectMany(UsedBy)) yield return used;
    }

    private static IEnumerable<TypeReference> UsedBy(MethodDefinition method)
    {
        yield return method.ReturnType;
        foreach (var parameter in method.Parameters) yield return parameter.ParameterType;
        if (!method.HasBody) yield break;

        foreach (var variable in method.Body.Variables) yield return variable.VariableType;
        foreach (var operand in method.Body.Instructions.Select(i => i.Operand))
        {
            if (operand is TypeReference type) yield return type;
            if (operand is MemberReference { DeclaringType: { } owner }) yield return owner;
            if (operand is not GenericInstanceMethod generic) continue;
            foreach (var argument in generic.GenericArguments) yield return argument;
        }
    }

    /// <summary>Task&lt;Foreign&gt; uses Foreign as much as Foreign itself does.</summary>
    private static IEnumerable<TypeReference> WithArguments(TypeReference type)
    {
        if (type is TypeSpecification { ElementType: { } element }) yield return element.GetElementType();
        else yield return type;

        if (type is not GenericInstanceType generic) yield break;
        foreach (var inner in generic.GenericArguments.SelectMany(WithArguments)) yield return inner;
    }

    private static TypeReference Root(TypeReference type)
    {
        type = type.GetElementType();
        while (type.DeclaringType is not null) type = type.DeclaringType;
        return type;
    }

    private static Type Root(Type type) => type.DeclaringType is { } outer ? Root(outer) : type;
}
