using System.Reflection;
using UnionBot.Chat.Dialogs;
using UnionBot.Core.Data;

namespace UnionBot.Tests.Architecture;

/// <summary>The assemblies of the product.</summary>
internal static class Product
{
    public static Assembly Chat { get; } = typeof(IDialog).Assembly;

    public static Assembly Core { get; } = typeof(UnionDb).Assembly;

    public static Assembly Services { get; } = Assembly.Load("UnionBot.Services");

    public static Assembly Web { get; } = Assembly.Load("UnionBot.Web");

    public static Assembly WeChat { get; } = Assembly.Load("UnionBot.WeChat");

    public static Assembly Sandbox { get; } = Assembly.Load("UnionBot.Sandbox");

    /// <summary>Those that say something to people or hold dialogs.</summary>
    public static IReadOnlyList<Assembly> Assemblies { get; } = [Chat, Core, Services, Web];

    public static IReadOnlyList<Assembly> All { get; } = [.. Assemblies, WeChat, Sandbox];
}
