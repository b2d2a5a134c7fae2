using System.Reflection;
using Microsoft.EntityFrameworkCore;

namespace UnionBot.Tests.Architecture;

/// <summary>What is kept changes only by methods that say what happens.</summary>
public sealed class EntityRules
{
    [Fact]
    public void An_entity_has_no_public_setters()
    {
        var entities = EntitiesIn(Product.All).ToArray();

        Assert.NotEmpty(entities);
        Rule.IsKept(entities.SelectMany(PublicSetters));
    }

    [Fact]
    public void The_rule_catches_a_planted_entity() =>
        Assert.Equal(["PlantedEntity.Name"], EntitiesIn([typeof(EntityRules).Assembly]).SelectMany(PublicSetters));

    private static IEnumerable<Type> EntitiesIn(IEnumerable<Assembly> assemblies) => assemblies
        .SelectMany(a => a.GetTypes())
        .SelectMany(t => t.GetInterfaces())
        .Where(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IEntityTypeConfiguration<>))
        .Select(i => i.GetGenericArguments()[0])
        .Where(t => !t.IsGenericParameter)
        .Distinct();

    private static IEnumerable<string> PublicSetters(Type entity) => entity
        .GetProperties()
        .Where(p => p.GetSetMethod() is { } setter && !IsInit(setter))
        .Select(p => $"{entity.Name}.{p.Name}");

    private static bool IsInit(MethodInfo setter) => setter.ReturnParameter.GetRequiredCustomModifiers()
        .Contains(typeof(System.Runtime.CompilerServices.IsExternalInit));
}
