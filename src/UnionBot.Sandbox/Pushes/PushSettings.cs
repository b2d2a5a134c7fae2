using UnionBot.Sandbox.Setup;

namespace UnionBot.Sandbox.Pushes;

/// <summary>Where and how pushes go; the control API may change it until the sandbox stops.</summary>
internal sealed class PushSettings(SandboxOptions options)
{
    /// <summary>Several are hosts of one bot behind one door: tries go round.</summary>
    public IReadOnlyList<Uri> Callbacks { get; set; } = [new(options.Callback)];

    /// <summary>safe, compatible or plain.</summary>
    public string Mode { get; set; } = options.Mode;

    /// <summary>xml or json.</summary>
    public string Format { get; set; } = options.Format;

    public bool CanEncrypt => options.EncodingAesKey.Length == 43;
}
