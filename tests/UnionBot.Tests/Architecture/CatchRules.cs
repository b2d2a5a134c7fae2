using Mono.Cecil;
using Mono.Cecil.Cil;

namespace UnionBot.Tests.Architecture;

/// <summary>Nobody swallows what nobody expected, but at the edges named here.</summary>
public sealed class CatchRules
{
    /// <summary>Full names of the types that may catch everything, each an edge of the program.</summary>
    private static readonly string[] Edges = [];

    [Fact]
    public void Everything_is_caught_only_at_the_edges() => Rule.IsKept(
        Product.All.SelectMany(Il.Methods).Where(CatchesAll).Select(m => m.Type).Except(Edges));

    [Fact]
    public void The_rule_catches_planted_blanket_catches() => Assert.Equal(
        ["CatchesInAsync", "CatchesNamed", "CatchesNameless"],
        Il.Methods(typeof(CatchRules).Assembly)
            .Where(m => m.Type.EndsWith("PlantedCatches", StringComparison.Ordinal) && CatchesAll(m))
            .Select(m => m.Definition.Name == "MoveNext" ? m.Definition.DeclaringType.Name.Split('<', '>')[1] : m.Definition.Name)
            .Order());

    private static bool CatchesAll(CompiledMethod method) =>
        method.Definition.HasBody && method.Definition.Body.ExceptionHandlers.Any(IsBlanket);

    private static bool IsBlanket(ExceptionHandler handler)
    {
        if (handler.HandlerType != ExceptionHandlerType.Catch) return false;

        // An await in a finally is compiled to a catch of object that keeps what it caught; a nameless catch drops it.
        if (handler.CatchType.FullName == "System.Object") return handler.HandlerStart.OpCode == OpCodes.Pop;
        return handler.CatchType.FullName == "System.Exception" && !IsStateMachine(handler);
    }

    /// <summary>Every async method is compiled to one that catches all and passes it to its task.</summary>
    private static bool IsStateMachine(ExceptionHandler handler)
    {
        for (var i = handler.HandlerStart; i is not null && i != handler.HandlerEnd; i = i.Next)
        {
            if (i.Operand is MethodReference { Name: "SetException" or "TrySetException" }) return true;
        }

        return false;
    }
}
