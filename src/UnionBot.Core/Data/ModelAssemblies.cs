using System.Reflection;

namespace UnionBot.Core.Data;

/// <summary>The assemblies whose entities make up the model.</summary>
public sealed record ModelAssemblies(params Assembly[] Assemblies);
